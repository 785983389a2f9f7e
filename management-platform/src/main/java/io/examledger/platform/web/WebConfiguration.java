package io.examledger.platform.web;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return StrictJson::apply;
    }

    @Bean
    WebMvcConfigurer requestConventions(CommandContextArgument arguments, ObjectProvider<RequestReads> reads) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(arguments);
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                // Before the query side looks at parameters: the registrations of several modules have no order.
                registry.addInterceptor(new RoleFence()).order(Ordered.HIGHEST_PRECEDENCE);
                reads.ifAvailable(registry::addInterceptor);
            }
        };
    }
}
